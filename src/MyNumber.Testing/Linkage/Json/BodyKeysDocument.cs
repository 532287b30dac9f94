namespace MyNumber.Testing.Linkage.Json;

internal sealed record BodyKeysDocument(
    int Agency, byte[] Space, byte[] Signing, byte[] Agreement, byte[] Log, byte[] ServerKey, byte[] ServerCertificate, Dictionary<long, byte[]> Codes);
