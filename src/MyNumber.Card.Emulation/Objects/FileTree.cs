namespace MyNumber.Card.Emulation.Objects;

/// <summary>All applications of a card in their order; the first is selected at power-on. Everything in here is persistent.</summary>
internal sealed class FileTree : IDisposable
{
    private readonly List<CardApplication> _applications;

    public FileTree(IEnumerable<CardApplication> applications, byte[]? contactAnswer = null)
    {
        _applications = [.. applications];
        if (_applications.Count == 0)
        {
            throw new ArgumentException("A card needs at least one application.", nameof(applications));
        }

        ContactAnswer = contactAnswer ?? [];
    }

    public CardApplication Default => _applications[0];

    public IReadOnlyList<CardApplication> Applications => _applications;

    /// <summary>The contact answer to reset without its first byte, which GET DATA 5F51 gives out.</summary>
    public byte[] ContactAnswer { get; }

    public IEnumerable<CardFile> Files => _applications.SelectMany(application => application.Files);

    /// <summary>Loads a further application behind the others.</summary>
    public void Add(CardApplication application) => _applications.Add(application);

    /// <summary>The first application after <paramref name="after"/> (or the very first) whose AID begins with the given bytes.</summary>
    public CardApplication? Find(ReadOnlySpan<byte> partialIdentifier, CardApplication? after = null)
    {
        int start = after is null ? 0 : _applications.IndexOf(after) + 1;
        for (int i = start; i < _applications.Count; i++)
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

    /// <summary>The key of a purpose, wherever it lies.</summary>
    public CardKey? FindKey(CardKeyPurpose purpose) => purpose == CardKeyPurpose.SessionTransport
        ? _applications.Select(application => application.SessionKey?.Key).FirstOrDefault(key => key is not null)
        : Files.OfType<KeyFile>().FirstOrDefault(file => file.Purpose == purpose)?.Key;

    /// <summary>Zeroes PINs and releases keys.</summary>
    public void Dispose()
    {
        foreach (CardApplication application in _applications)
        {
            application.Dispose();
        }
    }
}
