using MyNumber.Linkage.Sealing;

namespace MyNumber.Testing.Linkage;

/// <summary>The public keys of one role of a lab network, as all others know them.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="LogKey">SubjectPublicKeyInfo of the key that signs the log's heads.</param>
/// <param name="ServerKey">SubjectPublicKeyInfo of the key for TLS, which others pin.</param>
/// <param name="Body">The keys of a body's interface system; <see langword="null"/> for the core.</param>
public sealed record LabCard(ReadOnlyMemory<byte> LogKey, ReadOnlyMemory<byte> ServerKey, BodyCard? Body);
