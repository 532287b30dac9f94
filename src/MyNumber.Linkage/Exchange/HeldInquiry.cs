using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Messages;

namespace MyNumber.Linkage.Exchange;

/// <summary>An inquiry that waits for a human's release.</summary>
/// <param name="Addressee">About whom, by the provider's own number.</param>
/// <param name="Request">What is asked, by whom and for what.</param>
public sealed record HeldInquiry(AddresseeNumber Addressee, ProvisionRequest Request);
