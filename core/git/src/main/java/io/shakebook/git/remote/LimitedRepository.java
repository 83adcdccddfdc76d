// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import io.shakebook.git.NoPrograms;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.PackParser;

/** A bare repository that takes no more than it should: JGit has such limits for pushes only. */
final class LimitedRepository extends FileRepository {
    private final Limits limits;
    private final Runnable heard;

    private LimitedRepository(FileRepositoryBuilder builder, Limits limits, Runnable heard) throws IOException {
        super(builder);
        this.limits = limits;
        this.heard = heard;
    }

    /** @param heard is told when something comes in */
    static LimitedRepository at(Path folder, Limits limits, Runnable heard) throws IOException {
        return new LimitedRepository(
                new FileRepositoryBuilder()
                        .setFS(new NoPrograms())
                        .setGitDir(folder.toFile())
                        .setBare()
                        .setup(),
                limits,
                heard);
    }

    @Override
    public ObjectInserter newObjectInserter() {
        return new LimitedInserter(super.newObjectInserter(), limits, heard);
    }

    private static final class LimitedInserter extends ObjectInserter.Filter {
        private final ObjectInserter unlimited;
        private final Limits limits;
        private final Runnable heard;

        LimitedInserter(ObjectInserter unlimited, Limits limits, Runnable heard) {
            this.unlimited = unlimited;
            this.limits = limits;
            this.heard = heard;
        }

        @Override
        protected ObjectInserter delegate() {
            return unlimited;
        }

        @Override
        public PackParser newPackParser(InputStream in) throws IOException {
            PackParser parser = unlimited.newPackParser(new LimitedPack(in, limits, heard));
            parser.setMaxObjectSizeLimit(limits.objectBytes());
            return parser;
        }
    }
}
