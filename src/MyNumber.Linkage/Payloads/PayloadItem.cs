using System.Diagnostics;
using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Payloads;

/// <summary>One data item (データ項目) and its value, which is personal.</summary>
/// <param name="Id">Which item.</param>
/// <param name="Value">The value as the layout writes it; empty where the layout allows that.</param>
/// <remarks>Text and debugger show the item's id only.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct PayloadItem(ItemId Id, [property: DebuggerBrowsable(DebuggerBrowsableState.Never)] string Value)
{
    /// <summary>The id; nothing of the value.</summary>
    /// <returns>The item's id.</returns>
    public override string ToString() => Id.ToString();
}
