// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Random plans of several steps are run, random edits, deletes and recreates come after them, and then the run is walked
 * back: no edit is lost, and all that nobody touched is as before the run. {@code -Dundo.seeds=N} tries more of them.
 */
class UndoEditsPropertyTest extends DemoStory {
    private static final int SEEDS = Integer.getInteger("undo.seeds", 6);
    private static final String CONFIGS = "/api/v1/namespaces/redis-b/configmaps";
    private static final String BY_HAND = "?fieldManager=kubectl-edit";
    private static final List<String> KEYS = List.of("a", "b", "c");
    private int edited;
    private int restored;
    private int kept;

    /** Files of the objects of one story; an object that is not there is empty. */
    private record Files(Map<String, Optional<Map<String, String>>> all) {
        Optional<String> value(String object, String key) {
            return all.get(object).map(data -> data.get(key));
        }
    }

    @Test
    void noEditIsLostAndTheRestIsAsBefore() throws Exception {
        site.serve();
        for (int seed = 0; seed < SEEDS; seed++) {
            story(seed);
        }
        System.out.println("undo after foreign edits: " + SEEDS + " runs, " + edited + " objects edited, " + restored
                + " as before the run, " + kept + " kept as edited");
        assertThat(Math.min(edited, Math.min(restored, kept))).isPositive();
    }

    private void story(int seed) throws Exception {
        Random random = new Random(seed * 7919L + 17);
        List<String> objects = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            objects.add("story-" + seed + "-" + i);
        }
        Map<String, Map<String, String>> first = wanted(objects, random, 0.6);
        run(seed, first);
        Files before = read(objects);
        Map<String, Map<String, String>> second = wanted(objects, random, 0.5);
        first.forEach(second::putIfAbsent); // a step that is gone from a playbook says nothing of its object
        Set<String> earlier = runs();
        run(seed, second);
        Set<String> runs = runs();
        runs.removeAll(earlier);
        String run = runs.iterator().next();
        Files after = read(objects);
        Map<String, String> uids = uids(objects);
        objects.stream().filter(object -> random.nextInt(2) == 0).forEach(object -> edit(object, after, random));
        Files found = read(objects);
        Map<String, String> uidsFound = uids(objects);

        site.command("undo", run, "--yes").exits(0);

        Files now = read(objects);
        for (String object : objects) {
            String story = "seed " + seed + ", " + object + ": before the run "
                    + before.all().get(object) + ", after "
                    + after.all().get(object) + ", edited to " + found.all().get(object) + ", and now "
                    + now.all().get(object);
            boolean touched = !after.all().get(object).equals(found.all().get(object))
                    || !uids.get(object).equals(uidsFound.get(object));
            if (touched) {
                edited++;
                noEditIsLost(story, object, before, after, found, now);
            } else {
                assertThat(now.all().get(object))
                        .as(story)
                        .isEqualTo(before.all().get(object));
                restored += before.all().get(object).equals(after.all().get(object)) ? 0 : 1;
            }
        }
        Map<String, String> versions = site.versions();
        site.command("undo", run, "--yes").exits(0);
        assertThat(site.versions())
                .as("after walking back once more, seed " + seed)
                .isEqualTo(versions);
    }

    private void noEditIsLost(String story, String object, Files before, Files after, Files found, Files now) {
        boolean stays = found.all().get(object).equals(now.all().get(object));
        kept += stays ? 1 : 0;
        if (found.all().get(object).isEmpty()) {
            assertThat(now.all().get(object)).as(story).isEmpty();
        }
        for (String key : KEYS) {
            Optional<String> value = now.value(object, key);
            if (!after.value(object, key).equals(found.value(object, key))) {
                assertThat(value).as(story).isEqualTo(found.value(object, key));
            } else {
                assertThat(value).as(story).isIn(found.value(object, key), before.value(object, key));
            }
        }
    }

    private static Map<String, Map<String, String>> wanted(List<String> objects, Random random, double share) {
        Map<String, Map<String, String>> wanted = new LinkedHashMap<>();
        for (String object : objects) {
            if (random.nextDouble() < share) {
                Map<String, String> data = new TreeMap<>(Map.of("a", "" + random.nextInt(4)));
                KEYS.stream()
                        .skip(1)
                        .filter(key -> random.nextBoolean())
                        .forEach(key -> data.put(key, "" + random.nextInt(4)));
                wanted.put(object, data);
            }
        }
        return wanted;
    }

    private void run(int seed, Map<String, Map<String, String>> wanted) throws Exception {
        StringBuilder steps = new StringBuilder();
        String last = "";
        for (Map.Entry<String, Map<String, String>> object : wanted.entrySet()) {
            steps.append("      - name: ").append(object.getKey()).append("\n");
            if (!last.isEmpty() && object.getValue().size() > 1) {
                steps.append("        needs: [").append(last).append("]\n");
            }
            String data = object.getValue().entrySet().stream()
                    .map(entry -> entry.getKey() + ": \"" + entry.getValue() + "\"")
                    .collect(Collectors.joining(", "));
            steps.append("        configmap: { name: ")
                    .append(object.getKey())
                    .append(", data: { ")
                    .append(data)
                    .append(" } }\n");
            last = object.getKey();
        }
        site.playbook("story-" + seed, """
                playbook: redis-dr/story-%s
                parameters:
                  standby: { type: redis, default: redis-b }
                phases:
                  - name: write
                    cluster: ${standby.cluster}
                    namespace: ${standby.namespace}
                    steps:
                """.formatted(seed) + steps);
        site.shakebook("run", "story-" + seed, "--yes").exits(0);
    }

    private Set<String> runs() {
        return site.command("runs", "list")
                .out()
                .lines()
                .filter(line -> line.startsWith("r-"))
                .map(line -> line.split(" ")[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void edit(String object, Files after, Random random) {
        ApiClient api = site.api("site-b");
        boolean there = after.all().get(object).isPresent();
        int kind = random.nextInt(5);
        if (!there) {
            api.post(CONFIGS + BY_HAND, "{metadata: {name: '" + object + "'}, data: {a: 'mine'}}")
                    .is(201);
        } else if (kind == 0) {
            api.delete(CONFIGS + "/" + object).is(200);
        } else if (kind == 1) {
            String same = data(after.all().get(object).orElseThrow());
            api.delete(CONFIGS + "/" + object).is(200);
            api.post(CONFIGS + BY_HAND, "{metadata: {name: '" + object + "'}, data: " + same + "}")
                    .is(201);
        } else {
            String value = kind == 2 ? "null" : "'mine'";
            String key = KEYS.get(random.nextInt(KEYS.size()));
            api.patch(ApiClient.MERGE_PATCH, CONFIGS + "/" + object + BY_HAND, "{data: {" + key + ": " + value + "}}")
                    .is(200);
        }
    }

    private static String data(Map<String, String> data) {
        return data.entrySet().stream()
                .map(entry -> entry.getKey() + ": '" + entry.getValue() + "'")
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private Files read(List<String> objects) {
        Map<String, Optional<Map<String, String>>> all = new TreeMap<>();
        for (String object : objects) {
            Answer answer = site.api("site-b").get(CONFIGS + "/" + object);
            Map<String, String> data = new TreeMap<>();
            KEYS.stream()
                    .filter(key -> !answer.at("/data/" + key).isMissingNode())
                    .forEach(key -> data.put(key, answer.value("/data/" + key)));
            all.put(object, answer.code() == 404 ? Optional.empty() : Optional.of(data));
        }
        return new Files(all);
    }

    private Map<String, String> uids(List<String> objects) {
        return objects.stream()
                .collect(Collectors.toMap(
                        object -> object,
                        object -> site.api("site-b").get(CONFIGS + "/" + object).value("/metadata/uid")));
    }
}
