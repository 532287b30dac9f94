namespace MyNumber.Card.Emulation.Objects;

/// <summary>An application (DF) with its name (AID) and its files.</summary>
internal sealed class CardApplication
{
    private readonly Dictionary<ushort, CardFile> _files;

    public CardApplication(string name, byte[] identifier, IEnumerable<CardFile> files)
    {
        Name = name;
        Identifier = identifier;
        _files = files.ToDictionary(file => file.Id);
    }

    /// <summary>Short name, for the decision log.</summary>
    public string Name { get; }

    /// <summary>The application identifier (AID), 5 to 16 bytes.</summary>
    public byte[] Identifier { get; }

    public IEnumerable<CardFile> Files => _files.Values;

    public CardFile? Find(ushort id) => _files.GetValueOrDefault(id);
}
