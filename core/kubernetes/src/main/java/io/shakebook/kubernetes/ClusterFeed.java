// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import io.shakebook.engine.change.Clusters.Interest;
import io.shakebook.kubernetes.http.Call;
import io.shakebook.kubernetes.http.Unreached;
import io.shakebook.kubernetes.watch.Feed;
import java.time.Duration;
import java.util.function.Consumer;

/** The watch of a cluster on the objects of a kind in a namespace. */
final class ClusterFeed implements Feed {
    /** The server ends a watch after this time; a line that died silently is noticed soon after. */
    private static final Duration LONGEST = Duration.ofSeconds(240);

    private final Connection connection;
    private final Interest interest;

    ClusterFeed(Connection connection, Interest interest) {
        this.connection = connection;
        this.interest = interest;
    }

    @Override
    public String version() throws Unreached {
        return connection.reading().cluster().version(interest.kind(), interest.namespace());
    }

    @Override
    public int events(String from, Consumer<String> line) throws Unreached {
        Call watch =
                connection.reading().cluster().watch(interest.kind(), interest.namespace(), from, LONGEST.toSeconds());
        return connection.wire().stream(watch, line, LONGEST.plusSeconds(30));
    }
}
