/* global GraphiQL, React, ReactDOM, document */
// Tokens are typed into the headers editor and not kept: they are gone with the page.
const headers = {
  authorization: 'Bearer <npx trellis token --agency child-protection --role caseworker --purpose care-coordination>',
  'purpose-of-use': 'care-coordination',
};

const query = `# Put a token and one of its purposes into the headers below.
# What is withheld is null here and named in extensions.trellis.withheld.
query Me {
  me {
    __typename
  }
}
`;

ReactDOM.createRoot(document.getElementById('explorer')).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
    defaultHeaders: JSON.stringify(headers, null, 2),
    defaultQuery: query,
    defaultEditorToolsVisibility: 'headers',
    isHeadersEditorEnabled: true,
    shouldPersistHeaders: false,
  }),
);
