using MyNumber.Card.Certificates;
using MyNumber.Card.Tlv;
using MyNumber.Numbering.People;

namespace MyNumber.Card.Applications.Surface;

//  EF 0001  FF10 { DF11 YYYYMMDD, DF12 the card's public key, DF13 signature over DF11 ‖ DF12 with their headers }

/// <summary>年齢確認 (EF 0001, object FF10): the birth date and nothing else about the person, signed by the issuer, for an age check at a counter.</summary>
/// <remarks>Immutable. Read is not verified: see <see cref="IsSignedBy"/>. Source: project research notes, one source, checked on a test card there. <c>ToString</c> is masked.</remarks>
public sealed class AgeRecord
{
    private readonly TlvSequence _file;

    private AgeRecord(TlvSequence file)
    {
        _file = file;
        BirthDate = PersonValues.ReadBirthDate(file[0xDF11].Span, "birth date DF11 in file 0001");
        CardKey = CardPublicKey.Read(file[0xDF12].Span);
    }

    /// <summary>The birth date (生年月日).</summary>
    public BirthDate BirthDate { get; }

    /// <summary>The public half of the card's key 001A; the same in all three signed files.</summary>
    public CardPublicKey CardKey { get; }

    /// <summary>Reads the file.</summary>
    /// <param name="file">The object; filler may follow. Copied.</param>
    /// <returns>The record.</returns>
    /// <exception cref="CardDataException">Another form.</exception>
    public static AgeRecord Read(ReadOnlySpan<byte> file) => new(TlvSequence.Read("File 0001", file.ToArray(), 0xFF10, 0xDF11, 0xDF12, 0xDF13));

    /// <summary>Whether an issuer signed birth date and key.</summary>
    /// <param name="issuer">The issuer.</param>
    /// <returns>Whether the signature verifies; never under an issuer of another purpose than <see cref="CardAnchorPurpose.Surface"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="issuer"/> is null.</exception>
    public bool IsSignedBy(VerifiedCardIssuer issuer)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        return issuer.Signed(CardAnchorPurpose.Surface, _file.Run(0xDF11, 0xDF12), _file[0xDF13].Span);
    }

    /// <summary>満年齢: full years on a day. The new age holds from the birthday on; born on 29 February, from 1 March in a common year.</summary>
    /// <param name="day">The day at the counter.</param>
    /// <returns>The age, or <see langword="null"/> when the birth date is partly unknown or later than the day.</returns>
    public int? AgeOn(DateOnly day) => CountedAge.On(BirthDate, day);

    /// <summary>Whether an age is reached on a day, also for a partly unknown birth date when every possible day gives the same answer.</summary>
    /// <param name="age">The age, such as 20.</param>
    /// <param name="day">The day at the counter.</param>
    /// <returns>Reached, not reached, or not known.</returns>
    public AgeAnswer Reaches(int age, DateOnly day) => CountedAge.Reaches(BirthDate, age, day);

    /// <summary>A mask.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "AgeRecord(***)";
}
