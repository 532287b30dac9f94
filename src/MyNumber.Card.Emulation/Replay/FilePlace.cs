namespace MyNumber.Card.Emulation.Replay;

/// <summary>A file of an application on one connection.</summary>
/// <param name="Connection">Counted from 1.</param>
/// <param name="Application">AID in hexadecimal, or empty before the first SELECT.</param>
/// <param name="File">File identifier, or −1.</param>
internal readonly record struct FilePlace(int Connection, string Application, int File)
{
    private const string Jpki = "D392F000260100000001";

    /// <summary>Token information (EF 0006), which is the same on every card of a kind but for its serial number.</summary>
    public bool IsTokenInformation => Application == Jpki && File == 0x0006;

    /// <summary>Presence of certificates (EF 0008), which tells kinds of card apart and no more.</summary>
    public bool IsPresence => Application == Jpki && File == 0x0008;
}
