// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists: order, pages, selectors. All lists here select by label, since controllers may put ConfigMaps of their own. */
abstract class ListContract extends Rows {
    ListContract(ApiServerContract contract) {
        super(contract);
    }

    private void make(String name, String labels) {
        api().post(
                        core("configmaps"),
                        Samples.configMap("name: '" + name + "', labels: {row: 'r', " + labels + "}", ""))
                .is(201);
    }

    private Answer list(String selector) {
        return api().get(ApiClient.with(core("configmaps"), "labelSelector", selector));
    }

    @Test
    void aListHasItsKindAVersionAndItemsByName() {
        make("b", "x: '1'");
        make("a", "x: '1'");
        Answer list = list("row=r").is(200);
        assertThat(list.value("/kind")).isEqualTo("ConfigMapList");
        assertThat(list.value("/apiVersion")).isEqualTo("v1");
        assertThat(list.resourceVersion()).isNotEmpty();
        assertThat(list.names()).containsExactly("a", "b");
        assertThat(list.has("/items/0/kind")).isFalse();
    }

    @Test
    void anEmptyListHasItems() {
        Answer list = list("row=r").is(200);
        list.shows("/items", "[]");
        api().get("/api/v1/namespaces/nope/configmaps").is(200).shows("/items", "[]");
    }

    @Test
    void theListIsNewerThanItsItems() {
        make("a", "x: '1'");
        Answer list = list("row=r").is(200);
        long newest = Long.parseLong(list.value("/items/0/metadata/resourceVersion"));
        assertThat(Long.parseLong(list.resourceVersion())).isGreaterThanOrEqualTo(newest);
    }

    @Test
    void aLimitGivesPagesOfOneVersion() {
        for (String name : List.of("a", "b", "c")) {
            make(name, "x: '1'");
        }
        String path = core("configmaps?labelSelector=row%3Dr&limit=2");
        Answer first = api().get(path).is(200);
        make("d", "x: '1'");
        Answer second = api().get(ApiClient.with(path, "continue", first.value("/metadata/continue")))
                .is(200);
        assertThat(first.names()).containsExactly("a", "b");
        assertThat(second.names()).containsExactly("c");
        assertThat(second.value("/metadata/continue")).isEmpty();
        assertThat(second.resourceVersion()).isEqualTo(first.resourceVersion());
    }

    @Test
    void aLimitedListWithoutSelectorCountsWhatRemains() {
        for (String name : List.of("a", "b", "c")) {
            api().post(core("secrets"), Samples.secret("name: '" + name + "'", "type: 'Opaque'"))
                    .is(201);
        }
        Answer first = api().get(core("secrets?limit=1")).is(200);
        assertThat(first.value("/metadata/remainingItemCount")).isEqualTo("2");
        assertThat(first.names()).containsExactly("a");
    }

    @Test
    void aBrokenContinueTokenIsABadRequest() {
        api().get(core("configmaps?limit=1&continue=nonsense")).is(400);
    }

    @Test
    void labelSelectorsOfEveryKindSelect() {
        make("a", "tier: 'db', zone: 'n'");
        make("b", "tier: 'web', zone: 's'");
        make("c", "zone: 'n'");
        assertThat(list("tier=db").names()).containsExactly("a");
        assertThat(list("tier==db").names()).containsExactly("a");
        assertThat(list("row=r,tier!=db").names()).containsExactly("b", "c");
        assertThat(list("tier in (db, web)").names()).containsExactly("a", "b");
        assertThat(list("row=r,tier notin (db)").names()).containsExactly("b", "c");
        assertThat(list("tier").names()).containsExactly("a", "b");
        assertThat(list("row,!tier").names()).containsExactly("c");
        assertThat(list("tier,zone=n").names()).containsExactly("a");
    }

    @Test
    void aBrokenLabelSelectorIsABadRequest() {
        list("a in (").is(400);
        list("a=b=c").is(400);
    }

    @Test
    void fieldSelectorsSelectByNameAndNamespace() {
        make("a", "x: '1'");
        make("b", "x: '1'");
        String rows = core("configmaps?labelSelector=row%3Dr&fieldSelector=");
        assertThat(api().get(rows + "metadata.name%3Da").is(200).names()).containsExactly("a");
        assertThat(api().get(rows + "metadata.name!%3Da").is(200).names()).containsExactly("b");
        assertThat(api().get("/api/v1/configmaps?labelSelector=row%3Dr&fieldSelector=metadata.namespace%3D"
                                + namespace())
                        .is(200)
                        .names())
                .containsExactly("a", "b");
    }

    @Test
    void podsAreSelectedByPhaseAndNode() {
        api().post(core("pods"), Samples.pod("name: 'a'")).is(201);
        assertThat(api().get(core("pods?fieldSelector=status.phase%3DSucceeded"))
                        .is(200)
                        .names())
                .isEmpty();
        assertThat(api().get(core("pods?fieldSelector=spec.nodeName%3Dno-such-node"))
                        .is(200)
                        .names())
                .isEmpty();
        assertThat(api().get(core("pods?fieldSelector=status.phase!%3DSucceeded"))
                        .is(200)
                        .names())
                .containsExactly("a");
    }

    @Test
    void aFieldSelectorOnAnotherFieldIsABadRequest() {
        api().get(core("configmaps?fieldSelector=data.k%3D1")).is(400);
    }

    @Test
    void aListAcrossNamespacesNamesTheNamespaceOfEachItem() {
        make("a", "across: '" + namespace() + "'");
        Answer list = api().get(ApiClient.with("/api/v1/configmaps", "labelSelector", "across=" + namespace()))
                .is(200);
        assertThat(list.names()).containsExactly("a");
        assertThat(list.value("/items/0/metadata/namespace")).isEqualTo(namespace());
    }

    @Test
    void aListMayBeAnsweredFromTheCache() {
        make("a", "x: '1'");
        api().get(core("configmaps?resourceVersion=0")).is(200);
    }

    @Test
    void aTableIsAnsweredToWhoAsksForOne() {
        make("a", "x: '1'");
        Answer table = api().get(
                        core("configmaps?labelSelector=row%3Dr"),
                        "application/json;as=Table;v=v1;g=meta.k8s.io,application/json")
                .is(200);
        assertThat(table.value("/kind")).isEqualTo("Table");
        assertThat(table.value("/apiVersion")).isEqualTo("meta.k8s.io/v1");
        assertThat(table.elements("/columnDefinitions"))
                .extracting(c -> c.path("name").asString(""))
                .containsExactly("Name", "Data", "Age");
        assertThat(table.value("/rows/0/cells/0")).isEqualTo("a");
        assertThat(table.value("/rows/0/object/metadata/name")).isEqualTo("a");
        assertThat(table.value("/rows/0/object/kind")).isEqualTo("PartialObjectMetadata");
    }

    private List<String> columns(String collection) {
        return api()
                .get(collection, "application/json;as=Table;v=v1;g=meta.k8s.io")
                .is(200)
                .elements("/columnDefinitions")
                .stream()
                .filter(column -> column.path("priority").asInt() == 0)
                .map(column -> column.path("name").asString(""))
                .toList();
    }

    @Test
    void theColumnsOfATableAreThoseOfTheKind() {
        assertThat(columns(core("pods"))).containsExactly("Name", "Ready", "Status", "Restarts", "Age");
        assertThat(columns(core("services")))
                .containsExactly("Name", "Type", "Cluster-IP", "External-IP", "Port(s)", "Age");
        assertThat(columns(apps("deployments"))).containsExactly("Name", "Ready", "Up-to-date", "Available", "Age");
        assertThat(columns(core("secrets"))).containsExactly("Name", "Type", "Data", "Age");
        assertThat(columns("/api/v1/namespaces")).containsExactly("Name", "Status", "Age");
    }
}
