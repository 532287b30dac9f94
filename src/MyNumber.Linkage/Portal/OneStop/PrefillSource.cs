using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Portal.OneStop;

/// <summary>From where a field is filled before the person sees it (申請項目の自動入力).</summary>
/// <param name="Provider">Which body holds it.</param>
/// <param name="Set">The set.</param>
/// <param name="Item">The item.</param>
public sealed record PrefillSource(AgencyId Provider, ItemSetId Set, ItemId Item);
