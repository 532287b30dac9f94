namespace MyNumber.Testing.Linkage.Json;

internal sealed record CoreKeysDocument(byte[] Link, byte[] Code, byte[] Tag, byte[] Audit, byte[] Permit, byte[] Journal, byte[] Log, byte[] ServerKey, byte[] ServerCertificate);
