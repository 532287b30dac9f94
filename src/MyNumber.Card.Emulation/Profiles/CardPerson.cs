using System.Diagnostics;
using System.Text.Json;
using MyNumber.Card.Emulation.Profiles.Json;
using MyNumber.Numbering;
using MyNumber.Numbering.People;

namespace MyNumber.Card.Emulation.Profiles;

/// <summary>A synthetic person with the data that a card is personalised from. Never fill it with a real person: 番号法 limits collecting the number.</summary>
/// <remarks>Immutable and thread safe. <see cref="ToString"/> and the debugger show a mask.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class CardPerson
{
    /// <summary>Holds the data as given.</summary>
    /// <param name="attributes">The four attributes (基本4情報).</param>
    /// <param name="number">Individual number (個人番号), not empty.</param>
    /// <param name="pins">The four PINs.</param>
    /// <param name="face">Serial number, issuer, expiry, security code.</param>
    /// <param name="images">The images on the face, or <see langword="null"/> for <see cref="CardImages.Blank"/>.</param>
    /// <exception cref="ArgumentNullException">Another argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="number"/> is empty.</exception>
    public CardPerson(FourAttributes attributes, IndividualNumber number, CardPins pins, CardFace face, CardImages? images = null)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        ArgumentNullException.ThrowIfNull(pins);
        ArgumentNullException.ThrowIfNull(face);
        if (number.IsEmpty)
        {
            throw new ArgumentException("The individual number is empty.", nameof(number));
        }

        Attributes = attributes;
        Number = number;
        Pins = pins;
        Face = face;
        Images = images ?? CardImages.Blank;
    }

    /// <summary>The sample person 見本　花子, invented.</summary>
    public static CardPerson Sample { get; } = FromJson(EmbeddedFile.Read("sample-person.json")).WithImages(CardImages.Sample);

    /// <summary>The four attributes (基本4情報).</summary>
    public FourAttributes Attributes { get; }

    /// <summary>Individual number (個人番号).</summary>
    public IndividualNumber Number { get; }

    /// <summary>The four PINs (暗証番号).</summary>
    public CardPins Pins { get; }

    /// <summary>What belongs to the card itself.</summary>
    public CardFace Face { get; }

    /// <summary>The images on the card's face; marked blanks when none were given.</summary>
    public CardImages Images { get; }

    /// <summary>Invents a grown-up person: the same seed gives the same person, number, PINs and card face. Names are words such as 見本 (specimen).</summary>
    /// <param name="seed">Any number.</param>
    /// <returns>The person; its individual number has a right check digit and could by chance be somebody's, so keep it in the lab.</returns>
    public static CardPerson FromSeed(int seed) => SeededPerson.Invent(seed);

    /// <summary>The same person with other images.</summary>
    /// <param name="images">The images.</param>
    /// <returns>A new object.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="images"/> is null.</exception>
    public CardPerson WithImages(CardImages images)
    {
        ArgumentNullException.ThrowIfNull(images);
        return new CardPerson(Attributes, Number, Pins, Face, images);
    }

    /// <summary>Reads a person document: <c>name</c>, <c>address</c>, <c>birthDate</c> (YYYYMMDD), <c>sex</c> (JIS X 0303 digit),
    /// <c>individualNumber</c>, <c>pins</c> and <c>face</c>, as in the embedded sample; <c>images</c> with five files in Base64 may follow.</summary>
    /// <param name="utf8Json">UTF-8 JSON.</param>
    /// <returns>The person.</returns>
    /// <exception cref="FormatException">The document is not such a person; the message names the member and never a value.</exception>
    public static CardPerson FromJson(ReadOnlySpan<byte> utf8Json)
    {
        PersonDocument? document;
        try
        {
            document = JsonSerializer.Deserialize(utf8Json, EmulationJsonContext.Default.PersonDocument);
        }
        catch (JsonException e)
        {
            throw new FormatException($"The person document is not valid at {e.Path ?? "its beginning"}.");
        }

        if (document is null)
        {
            throw new FormatException("The person document is null.");
        }

        return PersonReader.Read(document);
    }

    /// <summary>A mask; nothing personal is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "CardPerson(***)";
}
