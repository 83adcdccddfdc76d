// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;
import io.shakebook.testkit.apiserver.Eventually;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that somebody does to a live object behind Shakebook's back.
 *
 * @param name what is done, in words
 * @param path the object
 * @param shown the lines of {@link PlanLines} that the next plan must hold, these and no others
 * @param alone whether it reaches beyond the objects of one shard, so that nothing else may be done at once
 */
record Mutation(String name, String path, String body, Verb verb, List<String> shown, boolean alone) {
    static final String SHAKE = "/apis/apps/v1/namespaces/redis-b/deployments/redis-shake-sync-0";
    static final String SHAKE_SERVICE = "/api/v1/namespaces/redis-b/services/redis-shake-sync-0";
    static final String CONFIG = "/api/v1/namespaces/redis-b/configmaps/redis-sync-0";
    static final String TARGET = "/api/v1/namespaces/redis-b/services/redis-b-sync-svc";
    static final String SOURCE = "/api/v1/namespaces/redis-a/services/redis-a-leader-svc-0";

    private static final String FIRST_SHARD = "-0\\b";

    /** How it is done. */
    interface Verb {
        Answer send(ApiClient api, String path, String body);
    }

    private static Mutation row(String name, String path, String body, Verb verb, String... shown) {
        return new Mutation(name, path, body, verb, Arrays.asList(shown), path.equals(TARGET));
    }

    /** What {@code kubectl edit} or {@code kubectl patch} sends. */
    static Mutation edit(String name, String path, String patch, String... shown) {
        return row(
                name,
                path,
                patch,
                (api, at, body) -> api.patch(ApiClient.STRATEGIC_MERGE_PATCH, at + "?fieldManager=kubectl-edit", body),
                shown);
    }

    /** What {@code kubectl patch --type json} sends. */
    static Mutation jsonPatch(String name, String path, String patch, String... shown) {
        return row(
                name,
                path,
                patch,
                (api, at, body) -> api.patch(ApiClient.JSON_PATCH, at + "?fieldManager=kubectl-patch", body),
                shown);
    }

    /** What {@code kubectl apply --server-side --force-conflicts} sends. */
    static Mutation applied(String name, String path, String applied, String... shown) {
        return row(name, path, applied, (api, at, body) -> api.applyByForce("kubectl", at, body), shown);
    }

    /** What {@code kubectl delete} sends. */
    static Mutation deleted(String name, String path, String... shown) {
        return row(name, path, "", (api, at, body) -> api.delete(at), shown);
    }

    /** What {@code kubectl replace --force} sends: deleted, and made again from its own body, changed. */
    static Mutation replaced(String name, String path, Consumer<ObjectNode> change, String... shown) {
        return row(name, path, "", (api, at, body) -> madeAgain(api, at, change), shown);
    }

    private static Answer madeAgain(ApiClient api, String path, Consumer<ObjectNode> change) {
        ObjectNode copy = api.get(path).is(200).copy();
        copy.remove("status");
        ((ObjectNode) copy.path("metadata"))
                .remove(List.of("uid", "resourceVersion", "creationTimestamp", "managedFields", "generation"));
        change.accept(copy);
        api.delete(path, "{propagationPolicy: 'Foreground'}").is(200);
        new Eventually(Duration.ofSeconds(10))
                .get("that it is gone", () -> api.get(path), answer -> answer.code() == 404);
        String collection = path.substring(0, path.lastIndexOf('/'));
        return api.post(collection + "?fieldManager=kubectl-replace", copy.toString());
    }

    /** What an editor does to sync.toml. */
    static Mutation sed(String name, String what, String to, String... shown) {
        return row(name, CONFIG, "", (api, at, body) -> edited(api, at, what, to), shown);
    }

    private static Answer edited(ApiClient api, String path, String what, String to) {
        ObjectNode config = api.get(path).copy();
        ObjectNode data = (ObjectNode) config.path("data");
        String text = data.path("sync.toml").asString();
        assertThat(text).contains(what);
        data.put("sync.toml", text.replace(what, to));
        return api.put(path + "?fieldManager=kubectl-edit", config.toString());
    }

    /** The same, with nothing else done at once. */
    Mutation byItself() {
        return new Mutation(name, path, body, verb, shown, true);
    }

    /** The same, to the objects of another shard. */
    Mutation on(int shard) {
        String suffix = "-" + shard;
        return new Mutation(
                name,
                path.replaceAll(FIRST_SHARD, suffix),
                body.replaceAll(FIRST_SHARD, suffix),
                verb,
                shown.stream().map(line -> line.replaceAll(FIRST_SHARD, suffix)).toList(),
                alone);
    }

    void apply(DemoSite site) {
        ApiClient api = site.api(path.contains("/redis-a/") ? "site-a" : "site-b");
        Answer answer = verb.send(api, path, body);
        assertThat(answer.code()).as(answer.text()).isBetween(200, 201);
    }

    @Override
    public String toString() {
        return name;
    }
}
