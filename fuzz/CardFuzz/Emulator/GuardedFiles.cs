namespace MyNumber.CardFuzz.Emulator;

/// <summary>The access rules as the description of the card tells them, written down by hand: which secrets open which file. No code of the emulator is asked.</summary>
internal static class GuardedFiles
{
    public static readonly byte[] CardManager = Convert.FromHexString("A0000001510000");
    public static readonly byte[] Jpki = Convert.FromHexString("D392F000260100000001");
    public static readonly byte[] InputSupport = Convert.FromHexString("D3921000310001010408");
    public static readonly byte[] Surface = Convert.FromHexString("D3921000310001010402");
    public static readonly byte[] Residence = Convert.FromHexString("D3921000310001010401");
    public static readonly byte[] Common = Convert.FromHexString("D3921000310001010100");
    public static readonly byte[] FreeArea = Convert.FromHexString("F04D4E53444B0101");

    public static readonly byte[][] Applications = [CardManager, Jpki, InputSupport, Surface, Residence, Common, FreeArea];

    private const CardSecrets Both = CardSecrets.MatchingA | CardSecrets.MatchingB;

    /// <summary>Application, file, and the secrets of which any one opens it.</summary>
    public static readonly (byte[] Application, byte File, CardSecrets AnyOf)[] Files =
    [
        (Jpki, 0x01, CardSecrets.Signature),
        (InputSupport, 0x01, CardSecrets.InputSupport | CardSecrets.MatchingA),
        (InputSupport, 0x02, CardSecrets.InputSupport | CardSecrets.MatchingB),
        (InputSupport, 0x03, CardSecrets.InputSupport | Both),
        (InputSupport, 0x06, CardSecrets.InputSupport | Both),
        (InputSupport, 0x07, CardSecrets.InputSupport | Both),
        (Surface, 0x01, CardSecrets.BirthDate),
        (Surface, 0x02, Both),
        (Surface, 0x05, CardSecrets.MatchingA),
        (FreeArea, 0x03, CardSecrets.FreeArea),
    ];

    /// <summary>Application, PIN file, and the secret that it holds.</summary>
    public static readonly (byte[] Application, byte File, CardSecrets Secret)[] Pins =
    [
        (Jpki, 0x18, CardSecrets.Login),
        (Jpki, 0x1B, CardSecrets.Signature),
        (InputSupport, 0x11, CardSecrets.InputSupport),
        (InputSupport, 0x14, CardSecrets.MatchingA),
        (InputSupport, 0x15, CardSecrets.MatchingB),
        (Surface, 0x13, CardSecrets.MatchingA),
        (Surface, 0x12, CardSecrets.MatchingB),
        (Surface, 0x11, CardSecrets.BirthDate),
        (Residence, 0x1C, CardSecrets.Residence),
        (Common, 0x1C, CardSecrets.Residence),
        (FreeArea, 0x11, CardSecrets.FreeArea),
    ];
}
