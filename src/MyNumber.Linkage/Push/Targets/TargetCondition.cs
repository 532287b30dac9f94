using System.Globalization;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Payloads;

namespace MyNumber.Linkage.Push.Targets;

/// <summary>One condition for those whom a notice is for (対象者の条件), over an item that the sending body itself holds.</summary>
/// <remarks>Immutable; made by its factories only, so that each is sound.</remarks>
public sealed record TargetCondition
{
    private TargetCondition(ItemSetId set, ItemId item, TargetTest test, string text, long low, long high)
    {
        if (set.IsEmpty || item.IsEmpty || low > high)
        {
            throw new ArgumentException("A condition has a set, an item, and bounds in their order.");
        }

        (Set, Item, Test, Text, Low, High) = (set, item, test, text, low, high);
    }

    /// <summary>The set.</summary>
    public ItemSetId Set { get; }

    /// <summary>The item.</summary>
    public ItemId Item { get; }

    /// <summary>How the item is looked at.</summary>
    public TargetTest Test { get; }

    /// <summary>What it is compared with; empty for bounds.</summary>
    public string Text { get; }

    /// <summary>The lower bound, which belongs to the range.</summary>
    public long Low { get; }

    /// <summary>The upper bound, which belongs to the range.</summary>
    public long High { get; }

    /// <summary>The item has this value.</summary>
    /// <param name="set">The set.</param>
    /// <param name="item">The item.</param>
    /// <param name="text">The value.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentException">Set or item is empty.</exception>
    public static TargetCondition Is(ItemSetId set, ItemId item, string text) => new(set, item, TargetTest.Equal, Required(text), 0, 0);

    /// <summary>The item has another value.</summary>
    /// <param name="set">The set.</param>
    /// <param name="item">The item.</param>
    /// <param name="text">The value that it must not have.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentException">Set or item is empty.</exception>
    public static TargetCondition IsNot(ItemSetId set, ItemId item, string text) => new(set, item, TargetTest.NotEqual, Required(text), 0, 0);

    /// <summary>The item is a whole number within bounds.</summary>
    /// <param name="set">The set.</param>
    /// <param name="item">The item.</param>
    /// <param name="low">At least.</param>
    /// <param name="high">At most.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentException">Set or item is empty, or the bounds are not in their order.</exception>
    public static TargetCondition Number(ItemSetId set, ItemId item, long low, long high) => new(set, item, TargetTest.NumberBetween, string.Empty, low, high);

    /// <summary>The person's age is within bounds.</summary>
    /// <param name="set">The set.</param>
    /// <param name="item">The item that holds the date of birth.</param>
    /// <param name="low">At least so old, in years.</param>
    /// <param name="high">At most so old.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentException">Set or item is empty, or the bounds are not in their order.</exception>
    public static TargetCondition Age(ItemSetId set, ItemId item, int low, int high) => new(set, item, TargetTest.AgeBetween, string.Empty, low, high);

    /// <summary>The item lies in an area.</summary>
    /// <param name="set">The set.</param>
    /// <param name="item">The item that holds a code of an area.</param>
    /// <param name="prefix">How the code begins; not empty.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentException">Set, item or prefix is empty.</exception>
    public static TargetCondition Area(ItemSetId set, ItemId item, string prefix) =>
        new(set, item, TargetTest.Area, Required(prefix).Length > 0 ? prefix : throw new ArgumentException("An area has a code.", nameof(prefix)), 0, 0);

    /// <summary>The condition in words that explain a preview; it holds nothing of a person.</summary>
    /// <returns>Such as <c>resident/birth age 0..14</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Set}/{Item} ") + Test switch
    {
        TargetTest.Equal => $"= {Text}",
        TargetTest.NotEqual => $"≠ {Text}",
        TargetTest.Area => $"begins with {Text}",
        TargetTest.AgeBetween => FormattableString.Invariant($"age {Low}..{High}"),
        _ => FormattableString.Invariant($"{Low}..{High}"),
    };

    internal TargetVerdict Judge(ItemSetPayload? payload, DateOnly day)
    {
        string? value = payload?.Items.FirstOrDefault(item => item.Id == Item).Value;
        return value is null ? TargetVerdict.NoData : Test switch
        {
            TargetTest.Equal => Of(string.Equals(value, Text, StringComparison.Ordinal)),
            TargetTest.NotEqual => Of(!string.Equals(value, Text, StringComparison.Ordinal)),
            TargetTest.Area => Of(value.StartsWith(Text, StringComparison.Ordinal)),
            TargetTest.AgeBetween => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly birth) && birth <= day
                ? Of(AgeAt(birth, day) >= Low && AgeAt(birth, day) <= High)
                : TargetVerdict.NoData,
            _ => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? Of(number >= Low && number <= High) : TargetVerdict.NoData,
        };
    }

    /// <summary>Full years; who is born on 29 February is a year older from 1 March of a common year.</summary>
    private static int AgeAt(DateOnly birth, DateOnly day) => day.Year - birth.Year - ((day.Month, day.Day).CompareTo((birth.Month, birth.Day)) < 0 ? 1 : 0);

    private static TargetVerdict Of(bool isMet) => isMet ? TargetVerdict.Met : TargetVerdict.NotMet;

    private static string Required(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text;
    }
}
