using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Signatures;
using MyNumber.Testing;

#region quick-start
await using LabWorld world = await LabWorld.StartAsync();                       // a person, a card, the authority, its OCSP responder
using CardSession session = CardSession.Open(world.Holder.Reader.Connect());
JpkiApplication jpki = await JpkiApplication.SelectAsync(session);              // real APDUs to an emulated card
using CardPin pin = world.Holder.TypePin(CardPinKind.Signature);
if (!(await jpki.VerifyPinAsync(JpkiKey.Signature, pin)).IsVerified) return;    // WrongPin tells the tries left; the last try needs LastTry.Spend
using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(await jpki.ReadCertificateAsync(JpkiKey.Signature));
using RSA cardKey = jpki.CreateRsa(JpkiKey.Signature, certificate.RawData);     // the key stays in the card
SignedCms cms = new(new ContentInfo("口座開設申込書"u8.ToArray()));
cms.ComputeSignature(new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate, cardKey));

DocumentVerifier bank = new(world.CreateValidator(CertificatePurpose.Signature));
DocumentVerificationResult result = await bank.VerifyAsync(cms.Encode());       // profile, path, signature, then OCSP over HTTP
Console.WriteLine($"{result.Outcome}: {result.Holder!.Attributes.Name}");       // Valid: an invented name
#endregion
