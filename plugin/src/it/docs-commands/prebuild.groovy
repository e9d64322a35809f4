import org.eclipse.jgit.api.Git
import org.eclipse.jgit.lib.Constants

// A repository of its own with a remote branch, as a clone has it, for -Drustfit.since=origin/main.
def git = Git.init().setDirectory(basedir).setInitialBranch('main').call()
git.add().addFilepattern('.').call()
def commit = git.commit().setMessage('Open the shop').setSign(false)
    .setAuthor('Ada', 'ada@example.org').setCommitter('Ada', 'ada@example.org').call()
def ref = git.repository.updateRef(Constants.R_REMOTES + 'origin/main')
ref.newObjectId = commit
ref.update()
git.close()
return true
