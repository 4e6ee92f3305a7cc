import type { Agreement, Measures } from "@/lib/agreement/measures";
import { kinds } from "@/lib/annotations/kinds";
import { KindBadge } from "@/lib/ui/KindBadge";

/** The measures of agreement, on what each sentence is and on each kind. */
export function MeasureTable({ measures, people }: { measures: Measures; people: number }) {
  const { overall, byKind, sentences } = measures;
  return (
    <>
      <table className="stet-rows w-full text-sm">
        <caption className="sr-only">Agreement by sentence</caption>
        <thead className="text-xs text-soft">
          <tr>
            <th scope="col">About</th>
            <th scope="col">Same answer</th>
            <th scope="col">Cohen’s κ</th>
            <th scope="col">Krippendorff’s α</th>
          </tr>
        </thead>
        <tbody>
          <Row name="What each sentence is" agreement={overall} sentences={sentences} />
          {kinds.map((kind) => (
            <Row
              key={kind}
              name={
                <>
                  Whether it has a <KindBadge kind={kind} />
                </>
              }
              agreement={byKind[kind]}
              sentences={sentences}
            />
          ))}
        </tbody>
      </table>
      <p className="mt-2 max-w-prose text-xs text-soft">
        The unit is the sentence; its label is the kinds that touch it, or nothing. 1 is perfect, 0 is what
        chance would give. κ is of these two people
        {people > 2 ? `, α of all ${people} who annotated` : ", as is α"}. Krippendorff advises to rely on α
        from 0.800, and to draw tentative conclusions from 0.667. A dash stands where everything got one
        label, so that chance cannot be told from agreement.
      </p>
    </>
  );
}

function Row(props: { name: React.ReactNode; agreement: Agreement; sentences: number }) {
  const { name, agreement, sentences } = props;
  const { same, kappa, alpha } = agreement;
  return (
    <tr>
      <th scope="row" className="font-medium">
        {name}
      </th>
      <td className="tabular-nums">
        <span className="text-soft sm:hidden">Same answer </span>
        {same} of {sentences} ({sentences === 0 ? 0 : Math.floor((same / sentences) * 100)}%)
      </td>
      <td className="tabular-nums">
        <span className="text-soft sm:hidden">κ </span>
        {measured(kappa)}
      </td>
      <td className="tabular-nums">
        <span className="text-soft sm:hidden">α </span>
        {measured(alpha)}
      </td>
    </tr>
  );
}

function measured(value: number | null): string {
  return value === null ? "–" : value.toFixed(3).replace("-", "−");
}
