using System.Text.Json;
using MyNumber.Card.Emulation.Profiles.Json;

namespace MyNumber.Card.Emulation.Profiles;

/// <summary>A kind of card as data: which applications and files it has, their sizes, tries and access rules.</summary>
/// <remarks>
/// <para>The plastic card has the applications of the issuer, JPKI, input support, surface, residence and common. Files that sweeps of real cards have seen and nobody
/// has explained can be selected and answer 6981 to everything else, which is assumed (JPKI 0005, 0010, 0016, 0019, 001C, 001E and others).</para>
/// <para>File identifiers, kinds and access rules are confirmed by several sources unless the project research notes on the card (§3) say otherwise.</para>
/// </remarks>
public sealed class CardProfile
{
    private CardProfile(byte[] source, string name, ReadOnlyMemory<byte> answerToReset, string tokenLabel, ApplicationDefinition[] applications)
    {
        Source = source;
        Name = name;
        AnswerToReset = answerToReset;
        TokenLabel = tokenLabel;
        Applications = applications;
    }

    /// <summary>The plastic Individual Number Card (個人番号カード) with both JPKI key pairs.</summary>
    public static CardProfile IndividualNumberCard { get; } = FromJson(EmbeddedFile.Read("individual-number-card.json"));

    /// <summary>The same card without signature certificate (署名用なし), as a person under 15 normally gets it.</summary>
    /// <remarks>EF 0008 begins with 00 (one source); that key 001A and PIN 001B are absent (6A82) and that nothing opens EF 0001 (6982) is assumed.</remarks>
    public static CardProfile WithoutSignatureCertificate { get; } = FromJson(EmbeddedFile.Read("card-without-signature-certificate.json"));

    /// <summary>The card without PINs (顔認証マイナンバーカード): their references are blocked from the beginning, and there is no signature certificate.</summary>
    /// <remarks>That such a card exists is known; how it looks to a terminal is not, so all of this is assumed. Face authentication itself is not modelled.</remarks>
    public static CardProfile WithoutPins { get; } = FromJson(EmbeddedFile.Read("card-without-pins.json"));

    /// <summary>The certificates in an Android phone's secure element (スマホ用電子証明書): only JPKI, label <c>JPKIAPGPSETOKEN</c>, and EF 000A needs PIN 0018 (three sources).</summary>
    public static CardProfile AndroidSecureElement { get; } = FromJson(EmbeddedFile.Read("android-secure-element.json"));

    /// <summary>The resident card (住民基本台帳カード) that came before: label <c>JPKIAPICCTOKEN</c> (two sources). That it holds the signature pair only, in the same
    /// files, is assumed.</summary>
    public static CardProfile ResidentCard { get; } = FromJson(EmbeddedFile.Read("resident-card.json"));

    /// <summary>All embedded profiles.</summary>
    public static IReadOnlyList<CardProfile> All { get; } = [IndividualNumberCard, WithoutSignatureCertificate, WithoutPins, AndroidSecureElement, ResidentCard];

    /// <summary>The profile's name.</summary>
    public string Name { get; }

    /// <summary>Answer to reset (ATR). The embedded profiles use <c>3B E0 00 FF 81 31 FE 45 14</c> (three sources).</summary>
    public ReadOnlyMemory<byte> AnswerToReset { get; }

    /// <summary>Label at the head of EF 0006, which tells token kinds apart; at most 32 ASCII characters.</summary>
    public string TokenLabel { get; }

    internal ApplicationDefinition[] Applications { get; }

    /// <summary>The document that the profile was read from.</summary>
    internal byte[] Source { get; }

    /// <summary>Reads a profile document of the form of the embedded ones. A file without a rule for an operation is closed to it.</summary>
    /// <param name="utf8Json">UTF-8 JSON.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="FormatException">The document is not such a profile.</exception>
    public static CardProfile FromJson(ReadOnlySpan<byte> utf8Json)
    {
        ProfileDocument? document;
        try
        {
            document = JsonSerializer.Deserialize(utf8Json, EmulationJsonContext.Default.ProfileDocument);
        }
        catch (JsonException e)
        {
            throw new FormatException($"The profile document is not valid at {e.Path ?? "its beginning"}.");
        }

        if (document is null)
        {
            throw new FormatException("The profile document is null.");
        }

        (byte[] answerToReset, ApplicationDefinition[] applications) = ProfileReader.Read(document);
        return new CardProfile(utf8Json.ToArray(), document.Name, answerToReset, document.TokenLabel, applications);
    }

    /// <summary>The profile's name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
