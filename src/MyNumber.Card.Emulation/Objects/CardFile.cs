using MyNumber.Card.Emulation.Access;

namespace MyNumber.Card.Emulation.Objects;

/// <summary>A node under an application: an elementary file of one kind, with its access rules.</summary>
internal abstract class CardFile
{
    protected CardFile(ushort id, FileKind kind, string path, AccessRules access)
    {
        Id = id;
        Kind = kind;
        Path = path;
        Access = access;
    }

    public ushort Id { get; }

    public FileKind Kind { get; }

    /// <summary>Application name and file identifier, for the decision log; never content.</summary>
    public string Path { get; }

    public AccessRules Access { get; }
}
