// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.change.ChangeWriter;
import io.shakebook.engine.change.Clusters;
import io.shakebook.engine.change.FileFormats;
import io.shakebook.engine.change.ServerPreview;
import io.shakebook.engine.change.SmallCollections;
import io.shakebook.engine.change.StaleCheck;
import io.shakebook.engine.lock.RunLock;
import java.time.Clock;

/** What a run needs from outside, apart from journal, approvals and listener. */
public record RunPorts(
        Clusters clusters,
        SmallCollections collections,
        ChangeWriter writer,
        ServerPreview preview,
        StaleCheck staleCheck,
        FileFormats formats,
        Catalog catalog,
        RunLock lock,
        Clock clock) {}
