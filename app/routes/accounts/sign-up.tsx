export default function STUB() {
  return <p>STUB</p>;
}
