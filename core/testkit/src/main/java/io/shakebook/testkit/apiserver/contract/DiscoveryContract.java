// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What clients ask first: version, groups, resources, descriptions. */
abstract class DiscoveryContract extends Rows {
    DiscoveryContract(ApiServerContract contract) {
        super(contract);
    }

    private static JsonNode named(Answer list, String pointer, String name) {
        return list.elements(pointer).stream()
                .filter(entry -> entry.path("name").asString("").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + list.text()));
    }

    @Test
    void theVersionIsToldInParts() {
        Answer version = api().get("/version").is(200);
        assertThat(version.value("/major")).isEqualTo("1");
        assertThat(version.value("/minor")).matches("\\d+\\+?");
        assertThat(version.value("/gitVersion"))
                .startsWith("v1." + version.value("/minor").replace("+", ""));
    }

    @Test
    void theServerSaysThatItIsReady() {
        assertThat(api().get("/readyz").is(200).text()).isEqualTo("ok");
        assertThat(api().get("/livez").is(200).text()).isEqualTo("ok");
        assertThat(api().get("/healthz").is(200).text()).isEqualTo("ok");
    }

    @Test
    void theCoreVersionsAreListed() {
        Answer versions = api().get("/api").is(200);
        assertThat(versions.value("/kind")).isEqualTo("APIVersions");
        versions.shows("/versions", "['v1']");
    }

    @Test
    void theGroupsAreListedWithTheirVersions() {
        Answer groups = api().get("/apis").is(200);
        assertThat(groups.value("/kind")).isEqualTo("APIGroupList");
        JsonNode apps = named(groups, "/groups", "apps");
        assertThat(apps.at("/preferredVersion/groupVersion").asString()).isEqualTo("apps/v1");
        assertThat(apps.at("/versions/0/groupVersion").asString()).isEqualTo("apps/v1");
        named(groups, "/groups", "coordination.k8s.io");
        named(groups, "/groups", "authorization.k8s.io");
        named(groups, "/groups", "discovery.k8s.io");
    }

    @Test
    void oneGroupIsDescribedOnItsOwn() {
        Answer group = api().get("/apis/apps").is(200);
        assertThat(group.value("/kind")).isEqualTo("APIGroup");
        assertThat(group.value("/preferredVersion/version")).isEqualTo("v1");
    }

    @Test
    void theCoreResourcesAreDescribed() {
        Answer list = api().get("/api/v1").is(200);
        assertThat(list.value("/kind")).isEqualTo("APIResourceList");
        assertThat(list.value("/groupVersion")).isEqualTo("v1");
        JsonNode services = named(list, "/resources", "services");
        assertThat(services.path("kind").asString()).isEqualTo("Service");
        assertThat(services.path("singularName").asString()).isEqualTo("service");
        assertThat(services.path("namespaced").asBoolean()).isTrue();
        assertThat(services.path("shortNames")).hasToString("[\"svc\"]");
        assertThat(services.path("verbs"))
                .extracting(JsonNode::asString)
                .contains("create", "delete", "get", "list", "patch", "update", "watch");
        assertThat(named(list, "/resources", "namespaces").path("namespaced").asBoolean())
                .isFalse();
        assertThat(named(list, "/resources", "pods/status").path("kind").asString())
                .isEqualTo("Pod");
    }

    @Test
    void theScaleOfADeploymentIsOfAnotherGroup() {
        Answer list = api().get("/apis/apps/v1").is(200);
        JsonNode scale = named(list, "/resources", "deployments/scale");
        assertThat(scale.path("kind").asString()).isEqualTo("Scale");
        assertThat(scale.path("group").asString()).isEqualTo("autoscaling");
        assertThat(scale.path("version").asString()).isEqualTo("v1");
        assertThat(scale.path("verbs")).extracting(JsonNode::asString).contains("get", "patch", "update");
        named(list, "/resources", "statefulsets/scale");
        named(list, "/resources", "replicasets");
    }

    @Test
    void openApiSaysPerKindThatPatchesAreValidated() {
        Answer index = api().get("/openapi/v3").is(200);
        for (String group : new String[] {"api/v1", "apis/apps/v1"}) {
            String url =
                    index.at("/paths").path(group).path("serverRelativeURL").asString("");
            assertThat(url).startsWith("/openapi/v3/" + group);
            Answer document = api().get(url).is(200);
            assertThat(document.value("/openapi")).startsWith("3.");
            assertThat(document.has("/paths")).isTrue();
        }
        String url = index.at("/paths").path("api/v1").path("serverRelativeURL").asString("");
        JsonNode patch = api().get(url)
                .at("/paths")
                .path("/api/v1/namespaces/{namespace}/configmaps/{name}")
                .path("patch");
        assertThat(patch.path("parameters").toString()).contains("fieldValidation");
        JsonNode kind = patch.path("x-kubernetes-group-version-kind");
        assertThat(kind.path("kind").asString("")).isEqualTo("ConfigMap");
        assertThat(kind.path("version").asString("")).isEqualTo("v1");
        assertThat(kind.path("group").asString("?")).isEmpty();
    }
}
