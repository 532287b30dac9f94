namespace MyNumber.Testing.Linkage.Json;

internal sealed record CardDocument(int Agency, byte[] LogKey, byte[] ServerKey, byte[]? SigningKey, byte[]? AgreementKey);
