using System.Diagnostics;
using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Payloads;

/// <summary>The data of one person that is provided at once (特定個人情報): an item set in one layout, its items in ascending order. The library does not look into values.</summary>
/// <remarks>Immutable. It has one encoding only (<see cref="PayloadEncoding"/>), so equal payloads have equal bytes. Text shows the set and a count.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ItemSetPayload
{
    /// <summary>Most items of a payload. The ceiling is ours.</summary>
    public const int MostItems = 1_000;

    /// <summary>Most characters of a value. The ceiling is ours.</summary>
    public const int LongestValue = 65_536;

    /// <summary>Makes a payload.</summary>
    /// <param name="set">Which item set.</param>
    /// <param name="layout">Which edition of the layout.</param>
    /// <param name="items">The items in any order; copied.</param>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or a value is null.</exception>
    /// <exception cref="ArgumentException">An id is empty or there twice, a value is too long or no valid text, or there are too many items. No value is in the message.</exception>
    public ItemSetPayload(ItemSetId set, LayoutVersion layout, IEnumerable<PayloadItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        PayloadItem[] sorted = [.. items.OrderBy(item => item.Id)];
        if (set.IsEmpty || layout.IsEmpty || PayloadRules.Judge(sorted) is not PayloadFault.None)
        {
            throw new ArgumentException("A payload has a set, a layout, and items that are there once and not too long.", nameof(items));
        }

        Set = set;
        Layout = layout;
        Items = sorted;
    }

    private ItemSetPayload(PayloadItem[] sorted, ItemSetId set, LayoutVersion layout)
    {
        Set = set;
        Layout = layout;
        Items = sorted;
    }

    /// <summary>Which item set.</summary>
    public ItemSetId Set { get; }

    /// <summary>Which edition of the layout.</summary>
    public LayoutVersion Layout { get; }

    /// <summary>The items, ascending by id.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IReadOnlyList<PayloadItem> Items { get; }

    /// <summary>Keeps the items that were asked for and nothing else.</summary>
    /// <param name="wanted">The items that the inquirer may see.</param>
    /// <returns>A payload of the same set and layout; an item that is not here is left out.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="wanted"/> is null.</exception>
    public ItemSetPayload Select(IEnumerable<ItemId> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        HashSet<ItemId> kept = [.. wanted];
        return new ItemSetPayload([.. Items.Where(item => kept.Contains(item.Id))], Set, Layout);
    }

    /// <summary>Set, layout and count; no value.</summary>
    /// <returns>Such as <c>income (2026-07), 3 items</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Set} ({Layout}), {Items.Count} items");

    /// <summary>Wraps items that were read and judged.</summary>
    internal static ItemSetPayload FromJudged(ItemSetId set, LayoutVersion layout, PayloadItem[] sorted) => new(sorted, set, layout);
}
