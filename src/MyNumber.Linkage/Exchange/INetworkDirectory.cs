using System.Diagnostics.CodeAnalysis;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Sealing;

namespace MyNumber.Linkage.Exchange;

/// <summary>Who is on the network: the public keys of each body (閲覧可能な鍵の台帳).</summary>
/// <remarks>Thread safe.</remarks>
public interface INetworkDirectory
{
    /// <summary>Finds a body's public keys.</summary>
    /// <param name="agency">The body.</param>
    /// <param name="card">Its card, or <see langword="null"/>.</param>
    /// <returns>Whether it is on the network.</returns>
    bool TryFindCard(AgencyId agency, [NotNullWhen(true)] out BodyCard? card);
}
