using System.Buffers.Text;
using System.Globalization;

namespace MyNumber.Numbering.People;

/// <summary>A birth date (生年月日) whose era, year, month or day may be unknown.</summary>
/// <remarks>
/// <para>Two written forms: the card's <c>YYYYMMDD</c> and the signature certificate's <c>EYYYYMMDD</c>, where <c>YYYY</c> is the
/// Gregorian year and <c>E</c> only names the era (<see cref="JapaneseEra"/>). <c>00</c> for month or day and <c>0000</c> for the year mean unknown.</para>
/// <para><see langword="default"/> is a wholly unknown date. <see cref="ToString()"/> is masked: the date is personal; ask for a form by name.</para>
/// </remarks>
public readonly struct BirthDate : IEquatable<BirthDate>
{
    private static readonly (JapaneseEra Era, int FirstDay)[] EraStarts =
    [
        (JapaneseEra.Reiwa, 20190501), (JapaneseEra.Heisei, 19890108), (JapaneseEra.Showa, 19261225), (JapaneseEra.Taisho, 19120730), (JapaneseEra.Meiji, 18680125),
    ];

    private readonly int _yyyymmdd;

    private BirthDate(JapaneseEra era, int yyyymmdd)
    {
        Era = era;
        _yyyymmdd = yyyymmdd;
    }

    /// <summary>Makes a fully known date; the era follows from it.</summary>
    /// <param name="date">The Gregorian date.</param>
    public BirthDate(DateOnly date)
    {
        _yyyymmdd = (date.Year * 10000) + (date.Month * 100) + date.Day;
        Era = EraOf(_yyyymmdd);
    }

    /// <summary>The era as written, or as it follows from the date for the card's form.</summary>
    public JapaneseEra Era { get; }

    /// <summary>The Gregorian year, or <see langword="null"/> when unknown.</summary>
    public int? Year => NullIfZero(_yyyymmdd / 10000);

    /// <summary>The month 1–12, or <see langword="null"/> when unknown.</summary>
    public int? Month => NullIfZero(_yyyymmdd / 100 % 100);

    /// <summary>The day 1–31, or <see langword="null"/> when unknown.</summary>
    public int? Day => NullIfZero(_yyyymmdd % 100);

    /// <summary>The year within the era (和暦), 1 for its first, or <see langword="null"/> when year or era is unknown or the era began later.</summary>
    public int? EraYear => Year is int year && FirstYearOf(Era) is int first && year >= first ? year - first + 1 : null;

    /// <summary>Whether year, month and day are all known.</summary>
    public bool IsFullyKnown => Year is not null && Month is not null && Day is not null;

    /// <summary>Whether the written era is the era that the known date lies in; an unknown date or era is never consistent.</summary>
    public bool IsEraConsistent => IsFullyKnown && Era != JapaneseEra.Unknown && Era == EraOf(_yyyymmdd);

    /// <summary>The date, when fully known.</summary>
    /// <param name="date">The Gregorian date.</param>
    /// <returns><see langword="false"/> when a part is unknown.</returns>
    public bool TryGetDate(out DateOnly date)
    {
        date = IsFullyKnown ? new DateOnly(Year!.Value, Month!.Value, Day!.Value) : default;
        return IsFullyKnown;
    }

    /// <summary>Reads the card's eight digits <c>YYYYMMDD</c>.</summary>
    /// <param name="ascii">Exactly eight ASCII digits.</param>
    /// <param name="value">The date, or <see langword="default"/>.</param>
    /// <returns>Whether the text is such a date, possibly with unknown parts.</returns>
    public static bool TryParseCard(ReadOnlySpan<byte> ascii, out BirthDate value)
    {
        value = default;
        if (!TryReadDate(ascii, out int yyyymmdd))
        {
            return false;
        }

        bool known = yyyymmdd / 10000 != 0 && yyyymmdd / 100 % 100 != 0 && yyyymmdd % 100 != 0;
        value = new BirthDate(known ? EraOf(yyyymmdd) : JapaneseEra.Unknown, yyyymmdd);
        return true;
    }

    /// <summary>Reads the certificate's nine digits <c>EYYYYMMDD</c>.</summary>
    /// <param name="ascii">Exactly nine ASCII digits, the first 0–5.</param>
    /// <param name="value">The date, or <see langword="default"/>. The written era is kept even when it does not fit: see <see cref="IsEraConsistent"/>.</param>
    /// <returns>Whether the text is such a date, possibly with unknown parts.</returns>
    public static bool TryParseCertificate(ReadOnlySpan<byte> ascii, out BirthDate value)
    {
        value = default;
        if (ascii.Length != 9 || ascii[0] is < (byte)'0' or > (byte)'5' || !TryReadDate(ascii[1..], out int yyyymmdd))
        {
            return false;
        }

        value = new BirthDate((JapaneseEra)(ascii[0] - '0'), yyyymmdd);
        return true;
    }

    /// <summary>The card's form <c>YYYYMMDD</c>.</summary>
    /// <returns>Eight ASCII digits.</returns>
    public string ToCardForm() => _yyyymmdd.ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>The certificate's form <c>EYYYYMMDD</c>.</summary>
    /// <returns>Nine ASCII digits.</returns>
    public string ToCertificateForm() => ((int)Era).ToString("D1", CultureInfo.InvariantCulture) + ToCardForm();

    /// <summary>A mask; the date itself is never in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "BirthDate(***)";

    /// <inheritdoc/>
    public bool Equals(BirthDate other) => Era == other.Era && _yyyymmdd == other._yyyymmdd;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is BirthDate other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Era, _yyyymmdd);

    /// <summary>Whether era and all parts are the same.</summary>
    /// <param name="left">One date.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(BirthDate left, BirthDate right) => left.Equals(right);

    /// <summary>Whether era or a part differs.</summary>
    /// <param name="left">One date.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(BirthDate left, BirthDate right) => !left.Equals(right);

    private static bool TryReadDate(ReadOnlySpan<byte> ascii, out int yyyymmdd)
    {
        yyyymmdd = 0;
        if (ascii.Length != 8 || ascii.ContainsAnyExceptInRange((byte)'0', (byte)'9') || !Utf8Parser.TryParse(ascii, out yyyymmdd, out _))
        {
            return false;
        }

        int year = yyyymmdd / 10000, month = yyyymmdd / 100 % 100, day = yyyymmdd % 100;
        int longest = month == 0 ? 31 : month > 12 ? 0 : DateTime.DaysInMonth(year == 0 ? 2000 : year, month);
        return day <= longest && month <= 12;
    }

    private static int? FirstYearOf(JapaneseEra era) =>
        era == JapaneseEra.Unknown ? null : Array.Find(EraStarts, start => start.Era == era).FirstDay / 10000;

    private static JapaneseEra EraOf(int yyyymmdd)
    {
        foreach ((JapaneseEra era, int firstDay) in EraStarts)
        {
            if (yyyymmdd >= firstDay)
            {
                return era;
            }
        }

        return JapaneseEra.Unknown;
    }

    private static int? NullIfZero(int part) => part == 0 ? null : part;
}
