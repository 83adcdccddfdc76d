// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import java.time.Clock;

/** What everybody in one run shares. */
record RunDesk(Recorder recorder, Changed changed, StopSignal stop, Clock clock) {}
