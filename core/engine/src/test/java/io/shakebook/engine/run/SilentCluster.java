// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.change.Clusters;
import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A cluster that answers at first, and from some moment on takes each request and says nothing: a read then lasts as long
 */
final class SilentCluster extends Clock implements Clusters {
    /** Of a question with all its tries, for those who do not say how long they wait. */
    private static final Duration QUESTION = Duration.ofSeconds(30);

    private final Instant begin = Instant.parse("2026-11-22T21:00:00Z");
    private final Duration answersFor;
    private final Optional<Manifest> object;
    private Instant now = begin;

    /** @param object what it has, and all that it has */
    SilentCluster(Duration answersFor, Optional<Manifest> object) {
        this.answersFor = answersFor;
        this.object = object;
    }

    Duration passed() {
        return Duration.between(begin, now);
    }

    @Override
    public ClusterView view(String cluster) {
        return new View(now.plus(QUESTION));
    }

    @Override
    public ClusterView view(String cluster, Duration atMost) {
        return new View(now.plus(atMost));
    }

    @Override
    public String identity(String cluster) {
        return "identity";
    }

    @Override
    public String about(String cluster) {
        return "a silent one";
    }

    @Override
    public void awaitChange(Set<Interest> interests, Duration longest) {
        now = now.plus(longest);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    private final class View implements ClusterView {
        private final Instant end;

        View(Instant end) {
            this.end = end;
        }

        @Override
        public String name() {
            return "site";
        }

        @Override
        public Optional<Manifest> get(ObjectRef ref) throws Unanswered {
            answer();
            return object;
        }

        @Override
        public List<Manifest> list(Kind kind, String namespace, Map<String, String> labels) throws Unanswered {
            answer();
            return object.stream().toList();
        }

        @Override
        public List<String> lastLogLines(ObjectRef pod, String container, int lines) throws Unanswered {
            answer();
            return List.of();
        }

        private void answer() throws Unanswered {
            if (passed().compareTo(answersFor) >= 0) {
                now = now.isAfter(end) ? now : end;
                throw new Unanswered("site", "no whole answer");
            }
        }
    }
}
