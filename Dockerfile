# syntax=docker/dockerfile:1
# One image for every process: `serve gateway`, `serve agency NAME`, `migrate`. It runs built code: plain JavaScript, and no compiler.
FROM node:24-bookworm-slim AS manifests
WORKDIR /trellis
COPY . .
# What the packages depend on, whichever packages there are: dependencies are installed again only where this changes.
RUN mkdir /manifests && find . -name package.json -not -path '*/node_modules/*' -exec cp --parents {} /manifests \;

FROM node:24-bookworm-slim AS dependencies
WORKDIR /trellis
COPY package-lock.json .npmrc ./
COPY --from=manifests /manifests/ ./
# No install script is needed to run: none of them is given the chance.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

# The packages and the people's pages, with the tools that build them; nothing of those tools is in the image.
FROM dependencies AS built
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN node scripts/build-packages.mjs

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /trellis
COPY --from=dependencies /trellis/node_modules node_modules
# In the place of the links to the sources that are not here.
RUN rm -r node_modules/@trellis
COPY --from=built /trellis/dist/packages node_modules/@trellis
COPY networks networks
USER node
EXPOSE 4000 4001 4100
# What many requests make at once, none of it old, is collected cheaply where there is room for it.
ENTRYPOINT ["node", "--max-semi-space-size=64", "node_modules/@trellis/cli/bin/trellis.mjs"]
