using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Portal.OneStop;

/// <summary>A field of a form.</summary>
/// <param name="Id">Its name in the form.</param>
/// <param name="IsRequired">Whether it must be filled before the person confirms.</param>
/// <param name="Source">From where it is filled beforehand; <see langword="null"/> when the person fills it.</param>
public sealed record FormField(ItemId Id, bool IsRequired, PrefillSource? Source = null);
