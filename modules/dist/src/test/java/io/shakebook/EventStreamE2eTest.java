// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.Shakebook.Ended;
import io.shakebook.engine.source.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What another program reads of the launcher's stdout while a run goes on: events, one on each line, and nothing else. */
class EventStreamE2eTest extends DemoStory {
    private static final String PLAYBOOK = """
            playbook: redis-dr/stream
            parameters:
              standby: { type: redis, default: redis-b }
            phases:
              - name: write
                cluster: ${standby.cluster}
                namespace: ${standby.namespace}
                steps:
                  - name: note
                    configmap: { name: note, data: { a.txt: one } }
                  - name: sure
                    needs: [note]
                    confirm: "Go on?"
                  - name: more
                    needs: [sure]
                    configmap: { name: more, data: { a.txt: two } }
            """;

    @Test
    void eachLineIsAnEventAndTheJournalsEventsAreAmongThem() throws Exception {
        site.serve().playbook("stream", PLAYBOOK);
        Ended paused = program()
                .run(
                        "run",
                        site.file("playbooks/redis-dr/stream.yaml").toString(),
                        "-i",
                        site.file("demo").toString(),
                        "--yes",
                        "--format",
                        "json");
        assertThat(paused.exit()).as(paused.toString()).isEqualTo(7);
        List<Map<String, Object>> first = events(paused.out());
        begins(first, "run-started");
        assertThat(paused.err()).contains("Go on?", "resume r-").doesNotContain("\"event\"");

        Ended done = program().run("resume", "last", "--confirm", "all", "--format", "json");
        assertThat(done.exit()).as(done.toString()).isZero();
        List<Map<String, Object>> second = events(done.out());
        begins(second, "resumed");
        assertThat(done.err()).contains("2 objects changed").doesNotContain("\"event\"");

        List<Map<String, Object>> streamed = new ArrayList<>(first);
        streamed.addAll(second);
        assertThat(streamed).containsSubsequence(journal());
    }

    @Test
    void ofARunThatDoesNotBeginThereIsNoLine() throws Exception {
        site.serve().playbook("stream", PLAYBOOK);
        Ended refused = program()
                .run(
                        "run",
                        site.file("playbooks/redis-dr/stream.yaml").toString(),
                        "-i",
                        site.file("demo").toString(),
                        "--format",
                        "json");
        assertThat(refused.exit()).as(refused.toString()).isEqualTo(6);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("Nothing was written", "--format json --yes");
    }

    private static void begins(List<Map<String, Object>> events, String event) {
        assertThat(events.get(0)).containsEntry("event", event);
        assertThat(events.get(events.size() - 1)).containsEntry("event", "run-ended");
    }

    private static List<Map<String, Object>> events(String out) throws JsonReader.Broken {
        assertThat(out).endsWith("}\n");
        List<Map<String, Object>> events = new ArrayList<>();
        for (String line : out.lines().toList()) {
            events.add(event(line));
        }
        return events;
    }

    private List<Map<String, Object>> journal() throws IOException, JsonReader.Broken {
        try (Stream<Path> files = Files.list(site.file("state/shakebook/runs"))) {
            Path journal = files.filter(file -> file.toString().endsWith(".jsonl"))
                    .findFirst()
                    .orElseThrow();
            return events(Files.readString(journal));
        }
    }

    /** Without what only a journal has, and without when it was. */
    private static Map<String, Object> event(String line) throws JsonReader.Broken {
        Map<String, Object> event = new LinkedHashMap<>();
        ((Map<?, ?>) JsonReader.read(line)).forEach((name, value) -> event.put(String.valueOf(name), value));
        assertThat(event).containsKeys("at", "event");
        event.keySet().removeAll(List.of("n", "at", "prev"));
        return event;
    }

    private Shakebook program() throws IOException {
        return new Shakebook(Files.createDirectories(folder.resolve("home")))
                .with("XDG_STATE_HOME", site.file("state").toString())
                .with("XDG_CACHE_HOME", ArchiveCache.folder().toString());
    }
}
