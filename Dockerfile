# syntax=docker/dockerfile:1
# One image for every process: `serve gateway`, `serve agency NAME`, `migrate`.
FROM node:24-bookworm-slim AS dependencies
WORKDIR /trellis
COPY package.json package-lock.json .npmrc ./
COPY vocabulary/package.json vocabulary/
COPY decision/package.json decision/
COPY schema/package.json schema/
COPY seal/package.json seal/
COPY platform/package.json platform/
COPY register/package.json register/
COPY ledger/package.json ledger/
COPY gateway/package.json gateway/
COPY subgraphs/kit/package.json subgraphs/kit/
COPY subgraphs/identity/package.json subgraphs/identity/
COPY subgraphs/register/package.json subgraphs/register/
COPY subgraphs/child-protection/package.json subgraphs/child-protection/
COPY subgraphs/mental-health/package.json subgraphs/mental-health/
COPY subgraphs/education/package.json subgraphs/education/
COPY subgraphs/police/package.json subgraphs/police/
COPY network/package.json network/
COPY cli/package.json cli/
COPY apps/package.json apps/
# No install script is needed to run: none of them is given the chance.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

# The people's pages, with the tools that build them; nothing of those tools is in the image.
FROM dependencies AS pages
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY apps apps
COPY schema schema
RUN node apps/build.mjs

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /trellis
COPY --from=dependencies /trellis/node_modules node_modules
COPY . .
COPY --from=pages /trellis/apps/dist/production apps/dist/production
USER node
EXPOSE 4000 4001 4100
# What many requests make at once, none of it old, is collected cheaply where there is room for it.
ENTRYPOINT ["node", "--max-semi-space-size=64", "cli/bin/trellis.mjs"]
