using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority.Status;

/// <summary>A key generation as a register keeps it; its private key is never there.</summary>
/// <param name="Purpose">Which of the two authorities.</param>
/// <param name="Number">Number of the generation, from 1.</param>
/// <param name="SerialNumber">Serial number of its self-signed certificate.</param>
/// <param name="NotBefore">When it began, whole seconds.</param>
/// <param name="Certificate">Its self-signed certificate, DER.</param>
public sealed record GenerationRecord(CertificatePurpose Purpose, int Number, uint SerialNumber, DateTimeOffset NotBefore, ReadOnlyMemory<byte> Certificate);
