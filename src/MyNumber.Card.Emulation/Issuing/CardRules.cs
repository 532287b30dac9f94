namespace MyNumber.Card.Emulation.Issuing;

/// <summary>The dated rules of issuing and managing cards.</summary>
/// <remarks>Immutable and thread safe. <see cref="Default"/> tells the source of each row; a host that knows better gives its own rows.</remarks>
public sealed class CardRules
{
    private readonly CardRule[] _rows;

    /// <summary>Holds rules.</summary>
    /// <param name="rows">Rows; of several of one kind the latest that has begun holds.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> or one of them is null.</exception>
    public CardRules(params IEnumerable<CardRule> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        _rows = [.. rows];
        foreach (CardRule row in _rows)
        {
            ArgumentNullException.ThrowIfNull(row, nameof(rows));
        }
    }

    /// <summary>What is known today; see the source of each row.</summary>
    public static CardRules Default { get; } = new(
        new(CardRuleKind.AdultAge, null, 20, "Civil Code before the amendment of 2018; general knowledge"),
        new(CardRuleKind.AdultAge, new DateOnly(2022, 4, 1), 18, "Civil Code as amended in 2018, in force 2022-04-01; general knowledge"),
        new(CardRuleKind.AdultBirthdays, null, 10, "tenth birthday after issue; general knowledge"),
        new(CardRuleKind.MinorBirthdays, null, 5, "fifth birthday after issue; general knowledge"),
        new(CardRuleKind.SignatureAge, null, 15, "application form in the source documents: in principle not issued under 15"),
        new(CardRuleKind.RenewalMonths, null, 3, "three months before the last day; general knowledge"),
        new(CardRuleKind.ContinuedUse, new DateOnly(2024, 5, 27), 1, "continued use abroad from 2024-05-27; before, the source documents: the card is void on departure"),
        new(CardRuleKind.KioskHours, null, 24, "24 hours from the booking; general knowledge"),
        new(CardRuleKind.PostOffice, new DateOnly(2021, 9, 1), 1, "the source documents name post offices; the day is assumed"),
        new(CardRuleKind.BrailleCells, null, 11, "application form in the source documents: up to 11, a voicing mark counts as one"));

    /// <summary>The rows.</summary>
    public IReadOnlyList<CardRule> Rows => _rows;

    /// <summary>The value that holds on a day.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="day">The day in Japan.</param>
    /// <returns>The value, or <see langword="null"/> when no row has begun.</returns>
    public int? On(CardRuleKind kind, DateOnly day) => _rows
        .Where(row => row.Kind == kind && (row.From is null || row.From <= day))
        .MaxBy(row => row.From ?? DateOnly.MinValue)?.Value;
}
