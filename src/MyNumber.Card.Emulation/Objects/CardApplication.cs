namespace MyNumber.Card.Emulation.Objects;

/// <summary>An application (DF) with its name (AID), its files and its data objects.</summary>
internal sealed class CardApplication : IDisposable
{
    private readonly Dictionary<ushort, CardFile> _files;
    private readonly Dictionary<ushort, byte[]> _dataObjects;

    public CardApplication(
        string name, byte[] identifier, IEnumerable<CardFile> files, Dictionary<ushort, byte[]>? dataObjects = null, SessionKeyDelivery? sessionKey = null)
    {
        Name = name;
        Identifier = identifier;
        _files = files.ToDictionary(file => file.Id);
        _dataObjects = dataObjects ?? [];
        SessionKey = sessionKey;
    }

    /// <summary>Short name, for the decision log.</summary>
    public string Name { get; }

    /// <summary>The application identifier (AID), 5 to 16 bytes.</summary>
    public byte[] Identifier { get; }

    /// <summary>What SET SESSION KEY does here; null in an application of which nothing is known.</summary>
    public SessionKeyDelivery? SessionKey { get; }

    public IEnumerable<CardFile> Files => _files.Values;

    public IReadOnlyDictionary<ushort, byte[]> DataObjects => _dataObjects;

    /// <summary>The key that P2=00 of COMPUTE DIGITAL SIGNATURE means, if the application has one.</summary>
    public KeyFile? DefaultKey { get; init; }

    /// <summary>Whether the application speaks secure messaging at all.</summary>
    public bool HasSecureMessaging => SessionKey?.Key is not null;

    public CardFile? Find(ushort id) => _files.GetValueOrDefault(id);

    /// <summary>An object that GET DATA gives out while this application is current.</summary>
    public byte[]? FindData(ushort tag) => _dataObjects.GetValueOrDefault(tag);

    /// <summary>Zeroes PINs and releases keys.</summary>
    public void Dispose()
    {
        SessionKey?.Dispose();
        foreach (IDisposable file in Files.OfType<IDisposable>())
        {
            file.Dispose();
        }
    }
}
