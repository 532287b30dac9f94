using MyNumber.Jpki.Evidence.Storage;
using MyNumber.TestKit;

namespace MyNumber.Jpki.Tests.Evidence.Storage;

/// <summary>A vault in a temporary folder, opened when it is first asked for.</summary>
internal sealed class VaultFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private FolderEvidenceVault? _vault;

    public string Path => _folder.Path;

    public FolderEvidenceVault Vault => _vault ??= new FolderEvidenceVault(Path);

    /// <summary>Opens it with a journal of a length of its own.</summary>
    public FolderEvidenceVault Open(long journalLength) => _vault = new FolderEvidenceVault(Path, journalLength);

    public void Close()
    {
        _vault?.Dispose();
        _vault = null;
    }

    public void Dispose()
    {
        Close();
        _folder.Dispose();
    }
}
