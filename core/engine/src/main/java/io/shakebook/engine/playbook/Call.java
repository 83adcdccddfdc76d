// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.playbook;

import io.shakebook.engine.source.YamlNode;
import io.shakebook.spi.diagnostic.Position;

/** A module or look-up with its arguments, as written. */
public record Call(String name, Position at, YamlNode arguments) {}
