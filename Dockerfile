# Stet for operators: an image with the production build, to run beside a Postgres of its own (compose.yaml).
# Not in it: the built-in Postgres' data, Chromium.

FROM node:24-bookworm-slim AS build
WORKDIR /stet
# The libraries first: they change less often than the sources.
COPY package.json package-lock.json .npmrc ./
COPY bin/install.mjs bin/install-only.mjs bin/
RUN node bin/install-only.mjs
COPY . .
RUN node bin/stet.mjs build

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 STET_DATA_DIR=/data STET_DEMO=0
RUN groupadd --gid 10001 stet && useradd --uid 10001 --gid stet --no-create-home --shell /usr/sbin/nologin stet \
  && install -d -o stet -g stet -m 0700 /data
COPY --from=build --chown=stet:stet /stet /stet
WORKDIR /stet
USER stet
VOLUME /data
EXPOSE 3000
# Node as the first process would not reap its children; Docker's own init does (compose.yaml: init).
HEALTHCHECK --interval=10s --timeout=3s --start-period=40s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "bin/stet.mjs", "start"]
