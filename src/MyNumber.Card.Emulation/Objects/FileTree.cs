namespace MyNumber.Card.Emulation.Objects;

/// <summary>All applications of a card in their order; the first is selected at power-on. Everything in here is persistent.</summary>
internal sealed class FileTree : IDisposable
{
    private readonly CardApplication[] _applications;

    public FileTree(IEnumerable<CardApplication> applications)
    {
        _applications = [.. applications];
        if (_applications.Length == 0)
        {
            throw new ArgumentException("A card needs at least one application.", nameof(applications));
        }
    }

    public CardApplication Default => _applications[0];

    public IEnumerable<CardFile> Files => _applications.SelectMany(application => application.Files);

    /// <summary>The first application after <paramref name="after"/> (or the very first) whose AID begins with the given bytes.</summary>
    public CardApplication? Find(ReadOnlySpan<byte> partialIdentifier, CardApplication? after = null)
    {
        int start = after is null ? 0 : Array.IndexOf(_applications, after) + 1;
        for (int i = start; i < _applications.Length; i++)
        {
            if (_applications[i].Identifier.AsSpan().StartsWith(partialIdentifier))
            {
                return _applications[i];
            }
        }

        return null;
    }

    /// <summary>The transparent file that a content belongs to.</summary>
    public TransparentFile? FindContent(string contentName) =>
        Files.OfType<TransparentFile>().FirstOrDefault(file => string.Equals(file.ContentName, contentName, StringComparison.Ordinal));

    public KeyFile? FindKey(CardKeyPurpose purpose) => Files.OfType<KeyFile>().FirstOrDefault(file => file.Purpose == purpose);

    /// <summary>Zeroes PINs and releases keys.</summary>
    public void Dispose()
    {
        foreach (IDisposable file in Files.OfType<IDisposable>())
        {
            file.Dispose();
        }
    }
}
