// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.controller;

/** One part of the control plane: brings what is there closer to what is wanted, once. */
interface Controller {
    /** Does what can be done now; when it has to look again without any change, it tells the alarm. */
    void reconcile(Alarm alarm);
}
