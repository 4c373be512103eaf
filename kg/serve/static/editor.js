"use strict";

/* The queries of ontology/queries as examples; the editor opens with the first, and one that is picked fills it and runs. */
function offer(examples, editor) {
  const select = document.getElementById("examples");
  select.append(...examples.map(({ question }, at) => new Option(question, at)));
  select.addEventListener("change", () => {
    if (select.value === "") return;
    const tab = editor.getTab();
    tab.setQuery(examples[select.value].query);
    tab.query().catch(() => {}); // what went wrong stands in the results
  });
}

async function open() {
  const [examples, prefixes] = await Promise.all(
    ["examples.json", "prefixes.json"].map(async (name) => (await fetch(name)).json()),
  );
  // Those for properties and classes ask a server far away, which the policy of the page forbids.
  Yasgui.Yasqe.defaults.autocompleters = ["prefixes", "variables"];
  const editor = new Yasgui(document.getElementById("editor"), {
    requestConfig: { endpoint: new URL("sparql", location.href).href },
    copyEndpointOnNewTab: false,
    endpointCatalogueOptions: { getData: () => [] },
    yasqe: { prefixCcApi: "prefixes.json", value: examples[0].query },
    // Queries are kept for the next visit, their results are not: the graph may be another one by then.
    yasr: { prefixes, maxPersistentResponseSize: 0 },
  });
  offer(examples, editor);
}

open();
