using System.Text.Json;
using MyNumber.Card.Emulation.Profiles.Json;

namespace MyNumber.Card.Emulation.Profiles;

/// <summary>A kind of card as data: which applications and files it has, their sizes, tries and access rules.</summary>
/// <remarks>
/// <para>The two embedded profiles hold the JPKI application and the part of the input-support application that is needed to read the number and the four
/// attributes (EF 0001, 0002, 0005, 0011, 0014, 0015). EF 0003, 0004, 0006 to 0008 and IEF 0012 and 0013, which need a municipality's signing key,
/// and the other applications are not there yet: SELECT answers 6A82.</para>
/// <para>Not yet in the JPKI application: files 0005, 0009, 0010, 0016, 0019, 001C and 001E, which sweeps have seen (SELECT answers 6A82), and the signing modes
/// P1 = 01 to 05 of COMPUTE DIGITAL SIGNATURE (they answer 6A86).</para>
/// <para>File identifiers, kinds and access rules are confirmed by several sources unless the project research notes on the card (§3) say otherwise.</para>
/// </remarks>
public sealed class CardProfile
{
    private CardProfile(string name, ReadOnlyMemory<byte> answerToReset, string tokenLabel, ApplicationDefinition[] applications)
    {
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

    /// <summary>The profile's name.</summary>
    public string Name { get; }

    /// <summary>Answer to reset (ATR). Both embedded profiles use <c>3B E0 00 FF 81 31 FE 45 14</c> (three sources).</summary>
    public ReadOnlyMemory<byte> AnswerToReset { get; }

    /// <summary>Label at the head of EF 0006, which tells token kinds apart; at most 32 ASCII characters.</summary>
    public string TokenLabel { get; }

    internal ApplicationDefinition[] Applications { get; }

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
        return new CardProfile(document.Name, answerToReset, document.TokenLabel, applications);
    }

    /// <summary>The profile's name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
