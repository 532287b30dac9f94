using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Push;

namespace MyNumber.Linkage.Portal.OneStop;

/// <summary>An application as a body received it.</summary>
/// <param name="Number">Its number at this body, from zero.</param>
/// <param name="Delivery">The delivery.</param>
/// <param name="Addressee">Whose it is, by the body's own number.</param>
/// <param name="Affair">The affair.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="Content">What the person applied for; the portal's signature was checked.</param>
public sealed record ReceivedApplication(int Number, DeliveryId Delivery, AddresseeNumber Addressee, AffairId Affair, DateTimeOffset ReceivedAt, ApplicationContent Content);
