// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphTest {
    /** Without it the first random numbers of neighbouring seeds are all but the same. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static Map<String, Set<String>> needs(String... edges) {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        for (String edge : edges) {
            String[] ends = edge.split(">", -1);
            needs.computeIfAbsent(ends[0], node -> new TreeSet<>());
            if (ends.length > 1) {
                needs.get(ends[0]).add(ends[1]);
            }
        }
        return needs;
    }

    @Test
    void nodesComeAfterWhatTheyNeedAndOtherwiseAsTheyWereGiven() throws Exception {
        Graph<String> graph = Graph.of(needs("c>a", "x", "a", "b>a", "b>c"));
        assertThat(graph.order()).containsExactly("a", "c", "x", "b");
        assertThat(graph.ancestors("b")).containsExactlyInAnyOrder("a", "c");
        assertThat(graph.ready(Set.of())).containsExactly("a", "x");
        assertThat(graph.ready(Set.of("a", "x"))).containsExactly("c");
    }

    @Test
    void aCircleIsNamedInFull() {
        assertThatThrownBy(() -> Graph.of(needs("start>a", "a>b", "b>c", "c>a")))
                .isInstanceOfSatisfying(
                        Graph.Cycle.class, cycle -> assertThat(cycle.nodes()).isEqualTo(List.of("a", "b", "c", "a")))
                .hasMessage("a -> b -> c -> a");
        assertThatThrownBy(() -> Graph.of(needs("a>a"))).hasMessage("a -> a");
    }

    @Test
    void aNeededNodeMustBeThere() {
        assertThatThrownBy(() -> Graph.of(needs("a>nobody"))).hasMessage("a needs nobody, which is no node");
    }

    @Test
    void aChainOfThousandsIsNoStackOverflow() throws Exception {
        Map<Integer, Set<Integer>> chain = new LinkedHashMap<>();
        for (int i = 20_000; i > 0; i--) {
            chain.put(i, i == 1 ? Set.of() : Set.of(i - 1));
        }
        assertThat(Graph.of(chain).order()).startsWith(1, 2).endsWith(20_000);
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void walkingWhatIsReadyVisitsEveryNodeOnceAfterItsNeeds(long seed) throws Exception {
        Random random = new Random(seed * SPREAD);
        Map<Integer, Set<Integer>> needs = new LinkedHashMap<>();
        for (int i = 0; i < 20; i++) {
            Set<Integer> some = new TreeSet<>();
            for (int j = 0; j < i; j++) {
                if (random.nextInt(4) == 0) {
                    some.add(j);
                }
            }
            needs.put(i, some);
        }
        Graph<Integer> graph = Graph.of(needs);
        List<Integer> walked = new ArrayList<>();
        while (walked.size() < 20) {
            Set<Integer> ready = graph.ready(Set.copyOf(walked));
            assertThat(ready).isNotEmpty();
            ready.forEach(node -> assertThat(walked).containsAll(graph.ancestors(node)));
            walked.addAll(ready);
        }
        assertThat(walked).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync/expose/svc[0]", "sync/one", "p/s[a/b.c]", "p/s[x[y]]"})
    void anAddressIsReadAsItIsWritten(String text) {
        assertThat(StepAddress.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "step", "/step", "a/b[", "a/b[c"})
    void whatIsNoAddressIsRefused(String text) {
        assertThatThrownBy(() -> StepAddress.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
